package dev.socketee.cdi.readme.handlers;

public record Point(int x, int y) {}
