"""certmove's addresses, and two whose errors hold what a person wrote."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from certmove import urls

logger = logging.getLogger("certmove.tests")


@csrf_exempt
@login_not_required
def broken(request: HttpRequest, token: str) -> HttpResponse:
    typed = request.POST.get("note")
    raise RuntimeError(f"could not keep {typed} of {token}")


@csrf_exempt
@login_not_required
def logged(request: HttpRequest, token: str) -> HttpResponse:
    try:
        return broken(request, token)
    except RuntimeError:
        logger.exception("%s was not kept", request.POST.get("note"), extra={"token": token})
        return HttpResponse("told")


urlpatterns = [
    path("broken/<str:token>/", broken),
    path("logged/<str:token>/", logged),
    *urls.urlpatterns,
]
handler400, handler500 = urls.handler400, urls.handler500
