package dev.socketee.cdi.readme.security;

import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.security.Principal;

@Namespace("/phones")
@Authenticated
public class Phones {

  @Inject Tokens tokens;

  @OnConnect
  @PermitAll
  void login(Socket socket, @Auth Login login) {
    Tokens.User user = tokens.verify(login.token());
    if (user != null) {
      socket.identify(user::name, user.roles());
    }
  }

  @OnEvent
  String whoAmI(Principal caller) {
    return caller.getName();
  }
}
