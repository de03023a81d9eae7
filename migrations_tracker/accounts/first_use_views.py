"""The page that an empty installation shows."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from migrations_tracker.accounts import first_code, first_use
from migrations_tracker.accounts.forms import FirstPersonForm
from migrations_tracker.accounts.sign_in import sign_in
from migrations_tracker.samples import make_sample_move


@sensitive_post_parameters()
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Create the first person; 404 as soon as anybody exists."""
    if not first_use.is_open():
        raise Http404
    form = FirstPersonForm(request.POST or None, code_needed=first_code.needed_for(request))
    if form.is_valid():
        return _come_in(request, form)
    context = {"form": form}
    return render(request, "first_use/welcome.html", context, status=422 if form.errors else 200)


def _come_in(request: HttpRequest, form: FirstPersonForm) -> HttpResponse:
    sample = make_sample_move if "sample" in request.POST else None
    try:
        user = first_use.open_installation(form.person(), at=timezone.now(), sample=sample)
    except first_use.AlreadyOpened:
        messages.warning(request, _("Somebody else was faster and is now the administrator."))
        return redirect("account_login")
    sign_in(request, user)
    return redirect("moves:dashboard")
