"""The site, and F: a signed-in page in the site's frame, three SQL statements and fifty rows."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from certmove import urls
from migrations_tracker.models import Move

TABLE = engines["django"].from_string(
    """{% extends "base.html" %}{% block content %}<h1>Floor</h1><div class="table"><table>
    {% for move in moves %}<tr><th><a href="{% url 'moves:move' move.pk %}">{{ move.person_name }}
    </a></th><td>{{ move.employer }}</td><td>{{ move.started_at|date:"DATETIME_FORMAT" }}</td>
    <td>{{ move.time_zone }}</td></tr>{% endfor %}</table></div>{% endblock %}"""
)


def floor(request: HttpRequest) -> HttpResponse:
    """Session, person, and fifty rows along an index."""
    moves = Move.objects.order_by("-started_at", "id")[:50]
    return HttpResponse(TABLE.render({"moves": moves}, request))


urlpatterns = [path("floor/", floor), *urls.urlpatterns]
handler400 = urls.handler400
