/**
 * What has to be the same on every server: the list of behaviours, the run of it on each server,
 * and the table of the documentation that comes of the run.
 */
@NullMarked
package dev.socketee.it.behaviour;

import org.jspecify.annotations.NullMarked;
