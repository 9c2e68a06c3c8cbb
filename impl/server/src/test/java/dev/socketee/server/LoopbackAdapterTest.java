package dev.socketee.server;

/** Two servers and the messages of reference 4.2 between them. */
class LoopbackAdapterTest extends AdapterContractTest {

  private final LoopbackAdapter.Bus bus = new LoopbackAdapter.Bus();

  @Override
  protected int nodes() {
    return 2;
  }

  @Override
  protected ServerOptions options(int node) {
    return ServerOptions.builder()
        .adapter(sockets -> new LoopbackAdapter(bus, node, sockets))
        .build();
  }

  @Override
  protected void deliver() {
    bus.deliver();
  }

  @Override
  protected boolean disconnect() {
    bus.cut(0);
    return true;
  }
}
