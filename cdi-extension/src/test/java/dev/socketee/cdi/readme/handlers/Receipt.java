package dev.socketee.cdi.readme.handlers;

public record Receipt(int number) {}
