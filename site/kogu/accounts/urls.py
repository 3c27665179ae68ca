"""Addresses of the second factor, below the admin's own."""

from django.urls import path

from . import second_factor_views as views

app_name = "second_factor"
urlpatterns = [
    path("", views.status, name="status"),
    path("verify/", views.verify, name="verify"),
    path("recover/", views.recover, name="recover"),
    path("enrol/", views.enrol, name="enrol"),
    path("confirm/", views.confirm, name="confirm"),
    path("codes/", views.codes, name="codes"),
    path("remove/", views.remove, name="remove"),
    path("reset/<int:pk>/", views.reset, name="reset"),
]
