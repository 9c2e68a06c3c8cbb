package dev.socketee.cdi.readme.handlers;

class Orders {

  Receipt place(Order order, String customer) {
    return new Receipt((customer + order.article()).length());
  }

  void release(String customer) {}
}
