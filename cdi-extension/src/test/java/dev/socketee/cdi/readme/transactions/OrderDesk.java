package dev.socketee.cdi.readme.transactions;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.readme.transactions.Orders.Item;
import dev.socketee.cdi.readme.transactions.Orders.Order;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@Namespace("/orders")
public class OrderDesk {

  @Inject
  @Namespace("/orders")
  Broadcaster everyone;

  @Inject Orders orders;

  @OnEvent
  @Transactional
  Order place(Socket socket, Item item) {
    Order order = orders.store(item);
    everyone.to("desk").afterCommit().emit("placed", order);
    socket.afterCommit().emit("thanks", order.number());
    return order;
  }
}
