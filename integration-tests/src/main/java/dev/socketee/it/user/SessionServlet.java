package dev.socketee.it.user;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** What a user does with the HTTP session. Behind a log-in, where the application has one. */
@WebServlet("/user/session")
public class SessionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession();
    String interval = request.getParameter("interval");
    if (interval != null) {
      session.setMaxInactiveInterval(Integer.parseInt(interval));
    }
    if (request.getParameter("rotate") != null) {
      request.changeSessionId();
    }
    response.getWriter().print(request.getRemoteUser() + " " + session.getMaxInactiveInterval());
    if (request.getParameter("end") != null) {
      session.invalidate();
    }
  }
}
