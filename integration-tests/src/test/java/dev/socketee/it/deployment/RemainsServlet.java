package dev.socketee.it.deployment;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Map;

/**
 * Tells what is left of applications that were undeployed: threads, and class loaders as far as
 * they have left weak traces.
 */
@WebServlet("/remains")
public class RemainsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String application = request.getParameter("of");
    response.setContentType("text/plain");
    response.getWriter().print(application == null ? threads() : loaders(application));
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("socketio-"))
        .sorted()
        .toList();
  }

  private static long loaders(String application) {
    System.gc();
    return ((Map<?, ?>) System.getProperties().get("dev.socketee.it.loaders"))
        .entrySet().stream()
            .filter(trace -> trace.getValue().equals(application))
            .filter(trace -> ((Reference<?>) trace.getKey()).get() != null)
            .count();
  }
}
