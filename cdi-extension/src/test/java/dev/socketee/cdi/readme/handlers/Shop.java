package dev.socketee.cdi.readme.handlers;

import dev.socketee.DisconnectReason;
import dev.socketee.EventRefusedException;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Map;

@Namespace("/shop")
public class Shop {

  @Inject Orders orders;

  @OnConnect
  void arrive(Socket socket, @Auth @Valid Customer customer) {
    socket.data().put("customer", customer.name());
  }

  @OnEvent
  Receipt order(Socket socket, @Valid Order order) {
    return orders.place(order, (String) socket.data().get("customer"));
  }

  @OnDisconnect
  void leave(Socket socket, DisconnectReason why) {
    orders.release((String) socket.data().get("customer"));
  }

  @OnError
  void soldOut(SoldOutException e) {
    throw new EventRefusedException("sold out", Map.of("left", e.left()));
  }
}
