package dev.socketee.it.support;

/** Elements of {@code web.xml} for applications that let in users only. */
public final class Logins {

  /** What is for users: Socket.IO, and some pages. */
  public static final String PROTECTED =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>what is for users</web-resource-name>
            <url-pattern>/socket.io/*</url-pattern>
            <url-pattern>/private/*</url-pattern>
          </web-resource-collection>
          <auth-constraint>
            <role-name>user</role-name>
          </auth-constraint>
        </security-constraint>
        <security-role>
          <role-name>user</role-name>
        </security-role>
      """;

  /** Users log in by HTTP Basic. */
  public static final String BASIC =
      """
        <login-config>
          <auth-method>BASIC</auth-method>
          <realm-name>users of the tests</realm-name>
        </login-config>
      """;

  /** Users log in by a form. */
  public static final String FORM =
      """
        <login-config>
          <auth-method>FORM</auth-method>
          <form-login-config>
            <form-login-page>/login.html</form-login-page>
            <form-error-page>/error.html</form-error-page>
          </form-login-config>
        </login-config>
      """;

  private Logins() {}
}
