package dev.socketee.cdi.readme.security;

import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import dev.socketee.spi.RequestRefusedException;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class SameOrigin implements RequestHooks {

  @Override
  public void allowRequest(HttpRequest request) {
    String origin = request.headers().get("origin");
    if (origin != null && !origin.equals("https://chat.example.com")) {
      throw new RequestRefusedException("Wrong origin");
    }
  }
}
