package dev.socketee.cdi.inherit.base;

/** Makes a method of an invisible class visible: the compiler adds a bridge. */
public abstract class Visible extends Invisible {}
