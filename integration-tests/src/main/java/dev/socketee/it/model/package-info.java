/** The programming model: parameters, results, scopes and events of CDI. */
@NullMarked
package dev.socketee.it.model;

import org.jspecify.annotations.NullMarked;
