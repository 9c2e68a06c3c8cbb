/** Interceptors around handlers. */
@NullMarked
package dev.socketee.it.interceptor;

import org.jspecify.annotations.NullMarked;
