package dev.socketee.server;

/** The adapter of a server that is alone and recovers sessions. */
class RecoveringAdapterTest extends AdapterContractTest {

  @Override
  protected int nodes() {
    return 1;
  }

  @Override
  protected ServerOptions options(int node) {
    return ServerOptions.builder().recovery(RecoveryOptions.OFF.on()).build();
  }
}
