/** Several servers in one application: a dozen by code, one by a producer method. */
@NullMarked
package dev.socketee.it.servers;

import org.jspecify.annotations.NullMarked;
