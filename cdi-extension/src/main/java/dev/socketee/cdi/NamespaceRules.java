package dev.socketee.cdi;

import dev.socketee.server.NamespaceTemplate;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.UnproxyableResolutionException;
import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with the classes that {@code @Namespace} is put on. */
final class NamespaceRules {

  /** By name, because a server need not have them. */
  private static final Set<String> NEVER_ACTIVE =
      Set.of(
          SessionScoped.class.getName(),
          ConversationScoped.class.getName(),
          "jakarta.faces.flow.FlowScoped",
          "jakarta.faces.view.ViewScoped",
          "jakarta.transaction.TransactionScoped");

  private final Problems problems;
  private final BeanManager beanManager;

  /** The first bean with a template of each shape, at each server. */
  private final Map<String, NamespaceBean> templates = new HashMap<>();

  NamespaceRules(Problems problems, BeanManager beanManager) {
    this.problems = problems;
    this.beanManager = beanManager;
  }

  /** Checks a bean. */
  void check(NamespaceBean bean, List<HandlerMethod> handlers) {
    if (!NamespaceNames.valid(bean.namespace())) {
      problems.add(CdiMessages.beanNamespace(bean.beanClass(), bean.namespace()));
    } else if (NamespaceTemplate.isOne(bean.namespace())) {
      checkTemplate(bean);
    }
    Class<? extends Annotation> scope = bean.bean().getScope();
    if (NEVER_ACTIVE.contains(scope.getName())) {
      problems.add(CdiMessages.scopeNeverActive(bean.beanClass(), scope));
    } else if (beanManager.isNormalScope(scope) && !bean.sessionBean()) {
      checkProxy(bean, scope, handlers);
    }
  }

  private void checkTemplate(NamespaceBean bean) {
    try {
      NamespaceTemplate template = NamespaceTemplate.of(bean.namespace());
      NamespaceBean same = templates.putIfAbsent(bean.server() + ' ' + template.shape(), bean);
      if (same != null && !same.namespace().equals(bean.namespace())) {
        problems.add(
            TemplateMessages.sameShape(
                same.beanClass(), same.namespace(), bean.beanClass(), bean.namespace()));
      }
    } catch (IllegalArgumentException e) {
      problems.add(
          TemplateMessages.beanTemplate(
              bean.beanClass(), bean.namespace(), String.valueOf(e.getMessage())));
    }
  }

  /** Nobody else may ask for this bean before the first event, so nobody else checks this. */
  private void checkProxy(
      NamespaceBean bean, Class<? extends Annotation> scope, List<HandlerMethod> handlers) {
    if (Modifier.isFinal(bean.beanClass().getModifiers())) {
      problems.add(CdiMessages.notProxyable(bean.beanClass(), scope, "it is final"));
      return;
    }
    Object proxy;
    try {
      proxy = BeanReference.get(beanManager, bean);
    } catch (UnproxyableResolutionException e) {
      problems.add(CdiMessages.notProxyable(bean.beanClass(), scope, reason(bean.type(), e)));
      return;
    }
    handlers.stream()
        .map(HandlerMethod::method)
        .filter(Overrides::packagePrivate)
        .filter(method -> !Overrides.samePackage(method.getDeclaringClass(), proxy.getClass()))
        .forEach(
            method ->
                problems.add(HandlerMessages.packagePrivateElsewhere(method, bean.beanClass())));
  }

  /** The container decides; some do without that constructor. */
  private static String reason(AnnotatedType<?> type, UnproxyableResolutionException refusal) {
    return type.getConstructors().stream()
            .anyMatch(
                constructor ->
                    constructor.getParameters().isEmpty()
                        && !Modifier.isPrivate(constructor.getJavaMember().getModifiers()))
        ? String.valueOf(refusal.getMessage())
        : "it has no constructor without parameters that is not private";
  }

  /**
   * Checks a class that has become no bean. One for which no reason is found was vetoed, or
   * replaced by an alternative: that is its author's will.
   */
  void checkNoBean(AnnotatedType<?> annotated) {
    Class<?> type = annotated.getJavaClass();
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
      problems.add(CdiMessages.notConcrete(type));
    } else if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      problems.add(CdiMessages.innerClass(type));
    } else if (EnterpriseBeans.messageDriven(annotated)) {
      problems.add(CdiMessages.messageDrivenBean(type));
    } else if (annotated.getConstructors().stream().noneMatch(NamespaceRules::callable)) {
      problems.add(CdiMessages.noConstructor(type));
    }
  }

  private static boolean callable(AnnotatedConstructor<?> constructor) {
    return constructor.getParameters().isEmpty() || constructor.isAnnotationPresent(Inject.class);
  }
}
