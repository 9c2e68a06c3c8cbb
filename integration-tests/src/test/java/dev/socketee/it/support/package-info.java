/** What the tests share: the server, the applications on it, and scripts run by Node.js. */
@NullMarked
package dev.socketee.it.support;

import org.jspecify.annotations.NullMarked;
