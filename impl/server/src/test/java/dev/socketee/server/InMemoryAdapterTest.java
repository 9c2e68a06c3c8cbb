package dev.socketee.server;

/** The adapter of a server that is alone. */
class InMemoryAdapterTest extends AdapterContractTest {

  @Override
  protected int nodes() {
    return 1;
  }

  @Override
  protected ServerOptions options(int node) {
    return ServerOptions.DEFAULT;
  }
}
