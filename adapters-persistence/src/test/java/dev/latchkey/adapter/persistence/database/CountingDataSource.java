package dev.latchkey.adapter.persistence.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that remembers every statement that is prepared on its connections. */
final class CountingDataSource {
  private final DataSource real;
  private final List<String> statements = new CopyOnWriteArrayList<>();

  CountingDataSource(DataSource real) {
    this.real = real;
  }

  DataSource dataSource() {
    return proxy(DataSource.class, real);
  }

  List<String> statements() {
    return List.copyOf(statements);
  }

  void forget() {
    statements.clear();
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
        (self, method, arguments) -> intercept(target, method, arguments)));
  }

  private Object intercept(Object target, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")) {
      statements.add((String) arguments[0]);
    }
    try {
      Object result = method.invoke(target, arguments);
      return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
