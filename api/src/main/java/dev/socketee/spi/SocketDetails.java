package dev.socketee.spi;

import java.util.Set;

/**
 * A socket as other servers are told of it.
 *
 * <p>Source: reference 4.2, FETCH_SOCKETS_RESPONSE.
 *
 * @param id its id
 * @param handshake its handshake, a JSON object as in reference 2.3: {@code headers}, {@code time},
 *     {@code address}, {@code xdomain}, {@code secure}, {@code issued}, {@code url}, {@code query},
 *     {@code auth}
 * @param rooms the rooms that it is in
 * @param data its data, a JSON object
 */
public record SocketDetails(String id, Emission handshake, Set<String> rooms, Emission data) {}
