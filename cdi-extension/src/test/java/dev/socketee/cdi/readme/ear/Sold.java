package dev.socketee.cdi.readme.ear;

public record Sold(String article) {}
