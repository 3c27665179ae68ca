"""Those who sign in, with a role."""

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory


class GroupFactory(DjangoModelFactory):
    """A role, by its name."""

    class Meta:
        model = Group
        django_get_or_create = ("name",)

    name = "Editors"


class UserFactory(DjangoModelFactory):
    """Somebody who signs in with `password`; `groups` are roles or their names."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("secret")

    @factory.post_generation
    def groups(self, create, groups):
        """Join the groups."""
        for group in groups or ():
            if create:
                self.groups.add(GroupFactory(name=group) if isinstance(group, str) else group)


class AdministratorFactory(UserFactory):
    """Somebody who may do everything."""

    is_staff = True
    is_superuser = True
