"""The catalogue of AWS's certifications, for everybody who is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from migrations_tracker.facts.catalogue import current_catalogue
from migrations_tracker.facts.catalogue_page import catalogue_page


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    page = catalogue_page(current_catalogue(), today=timezone.localdate())
    return render(request, "catalogue/catalogue.html", {"page": page})
