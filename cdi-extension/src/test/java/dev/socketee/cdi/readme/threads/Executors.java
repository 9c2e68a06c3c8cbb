package dev.socketee.cdi.readme.threads;

import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/handlers", maxAsync = 50)
public class Executors {}
