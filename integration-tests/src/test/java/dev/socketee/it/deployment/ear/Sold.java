package dev.socketee.it.deployment.ear;

/**
 * An event of CDI, of the EJB module, which knows nothing of Socket.IO.
 *
 * @param article what was sold
 */
public record Sold(String article) {}
