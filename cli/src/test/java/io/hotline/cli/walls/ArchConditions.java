package io.hotline.cli.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/** Conditions that ArchUnit does not bring. */
final class ArchConditions {
  private ArchConditions() {}

  static ArchCondition<JavaField> beAssignable() {
    return new ArchCondition<>("be assignable") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean assignable = !field.getModifiers().contains(JavaModifier.FINAL) && !synthetic;
        events.add(
            new SimpleConditionEvent(field, assignable, field.getFullName() + " can be assigned"));
      }
    };
  }

  static ArchCondition<JavaClass> resideInAPackageAnnotatedWith(Class<? extends Annotation> type) {
    return new ArchCondition<>("reside in a package annotated with @" + type.getSimpleName()) {
      @Override
      public void check(JavaClass checked, ConditionEvents events) {
        boolean annotated = checked.getPackage().isAnnotatedWith(type);
        events.add(
            new SimpleConditionEvent(
                checked,
                annotated,
                checked.getName() + " is in a package without @" + type.getSimpleName()));
      }
    };
  }
}
