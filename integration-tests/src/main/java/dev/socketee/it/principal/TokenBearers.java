package dev.socketee.it.principal;

import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.PermitAll;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients that the application knows by a token, of which the container knows nothing. */
@Authenticated
public abstract class TokenBearers {

  /** As it comes from the client. */
  public record Token(String user, List<String> roles) {}

  @OnConnect
  @PermitAll
  public void login(Socket socket, @Auth @Nullable Token token) {
    if (token != null) {
      socket.identify(token::user, token.roles());
    }
  }

  @OnEvent
  public String who(Principal caller) {
    return caller.getName();
  }
}
