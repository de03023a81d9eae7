"""Inviting people, and coming in by an invitation."""

import logging

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from migrations_tracker.accounts import invitations
from migrations_tracker.accounts.forms import InvitationForm, InvitedPersonForm
from migrations_tracker.accounts.sign_in import sign_in
from migrations_tracker.models import Invitation, User
from migrations_tracker.rate_limits import MAIL, count_use

logger = logging.getLogger(__name__)
_FRESH_LINK = "fresh_invitation_link"


@require_http_methods(["GET", "HEAD", "POST"])
def people_invited(request: HttpRequest) -> HttpResponse:
    """The staff's list of invitations, and the form for another one."""
    lead = _staff(request)
    form = InvitationForm(request.POST or None)
    if request.method == "POST":
        count_use(MAIL, lead)
    if request.method == "POST" and form.is_valid() and _invite(request, form, lead):
        return redirect("invitations:list")
    context = {
        "form": form,
        "invitations": Invitation.objects.select_related("invited_by", "accepted_by")[:200],
        "now": timezone.now(),
        "fresh_link": request.session.pop(_FRESH_LINK, ""),
    }
    return render(request, "invitations/list.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link that was not used yet."""
    if invitations.withdraw(pk, by=_staff(request), at=timezone.now()):
        messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    else:
        messages.warning(request, _("This invitation was already used or withdrawn."))
    return redirect("invitations:list")


@sensitive_post_parameters()
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind an invitation's link."""
    try:
        invitation = invitations.find(token, at=timezone.now())
        form = InvitedPersonForm(request.POST or None, invitation=invitation)
        if form.is_valid():
            sign_in(request, invitations.accept(invitation, form.person(), at=timezone.now()))
            return redirect("moves:dashboard")
    except invitations.LinkClosed:
        return render(request, "invitations/closed.html", status=410)
    context = {"form": form, "invitation": invitation}
    return render(request, "invitations/come_in.html", context, status=422 if form.errors else 200)


def _staff(request: HttpRequest) -> User:
    """The staff member who asks; for anybody else this address does not exist."""
    if isinstance(request.user, User) and request.user.is_staff:
        return request.user
    raise Http404


def _invite(request: HttpRequest, form: InvitationForm, lead: User) -> bool:
    try:
        invitation, token = invitations.invite(
            form.cleaned_data["email"], by=lead, at=timezone.now()
        )
    except invitations.AlreadyHere:
        form.add_error("email", _("Somebody with this address is already here."))
        return False
    except invitations.JustInvited:
        told = _("You invited this address a moment ago: there is one invitation, and one mail.")
        messages.warning(request, told)
        return True
    link = request.build_absolute_uri(reverse("invitations:come_in", args=[token]))
    request.session[_FRESH_LINK] = link
    _tell(request, invitation, link)
    return True


def _tell(request: HttpRequest, invitation: Invitation, link: str) -> None:
    """Mail the link; where that fails, the page still shows it to the one who invites."""
    context = {"link": link, "invitation": invitation}
    text = render_to_string("invitations/mail.txt", context)
    subject = _("certmove: your invitation")
    try:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [invitation.email])
    except OSError:  # what smtplib and sockets raise
        logger.exception("The mail of an invitation could not be sent")
        messages.error(request, _("The mail could not be sent. Hand over the link yourself."))
    else:
        messages.success(
            request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email}
        )
