package org.apache.catalina.connector;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.ArrayList;
import java.util.List;

/** Has the name of the one of Payara and GlassFish, and tells what is done with it. */
public class AsyncContextImpl implements AsyncContext {

  private final List<String> told = new ArrayList<>();
  private Runnable run = () -> {};

  /** What was done. */
  public List<String> told() {
    return told;
  }

  /** What was given to a thread of the container. */
  public Runnable started() {
    return run;
  }

  private static UnsupportedOperationException unasked() {
    return new UnsupportedOperationException("who completes a request asks for nothing else");
  }

  @Override
  public void addListener(AsyncListener listener) {
    throw unasked();
  }

  @Override
  public void addListener(AsyncListener listener, ServletRequest request, ServletResponse answer) {
    throw unasked();
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) {
    throw unasked();
  }

  @Override
  public ServletRequest getRequest() {
    throw unasked();
  }

  @Override
  public ServletResponse getResponse() {
    throw unasked();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    throw unasked();
  }

  @Override
  public void dispatch() {
    throw unasked();
  }

  @Override
  public void dispatch(String path) {
    throw unasked();
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    throw unasked();
  }

  @Override
  public void complete() {
    told.add("complete");
    throw new IllegalStateException("completed already");
  }

  @Override
  public void start(Runnable given) {
    told.add("start");
    run = given;
  }

  @Override
  public void setTimeout(long timeout) {
    throw unasked();
  }

  @Override
  public long getTimeout() {
    throw unasked();
  }
}
