package dev.socketee.cdi.readme.handlers;

public record Change(String text) {}
