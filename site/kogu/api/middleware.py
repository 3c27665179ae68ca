"""What holds for every answer of the API: readable from anywhere, HEAD, OPTIONS, problems."""

from django.http import HttpResponse

from kogu.base.api.problems import ApiProblem, problem_response

from .rate import allowance

PREFIX = "/api/v1/"
METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "ETag, Last-Modified, Retry-After, RateLimit, RateLimit-Policy, Content-Language"
LONGEST_QUERY = 4000  # characters
NOWHERE = "There is no such address, and none ends in a slash. /api/v1/docs tells them all."


class ApiMiddleware:
    """Reads only, without cookies: any origin may read, nobody may send credentials."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer for the API; everything else passes on."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Allow"] = METHODS
            response["Access-Control-Allow-Methods"] = METHODS
            response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
            response["Access-Control-Max-Age"] = "86400"
        elif request.method not in {"GET", "HEAD"}:
            response = problem_response(ApiProblem(405, "Method not allowed", f"Use {METHODS}."))
            response["Allow"] = METHODS
        elif (allowed := allowance(request)).is_spent:
            seconds = allowed.seconds
            words = f"Wait {seconds} seconds. Answers you have can be asked for by their ETag."
            response = problem_response(ApiProblem(429, "Too many requests", words))
            response["Retry-After"] = str(seconds)
        elif len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            words = f"Ask for less: at most {LONGEST_QUERY} characters after the question mark."
            response = problem_response(ApiProblem(414, "Address too long", words))
        else:
            response = self._read(request)
        if request.method in {"GET", "HEAD"}:
            allowed.label(response)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = EXPOSED
        return response

    def _read(self, request):
        """HEAD is GET without its body; a page of errors becomes a problem."""
        asked = request.method
        request.method = "GET"
        response = self.get_response(request)
        request.method = asked
        is_problem = response.get("Content-Type", "").startswith("application/problem+json")
        if response.status_code >= 400 and not is_problem:
            titles = {404: "Not found", 400: "Bad parameters"}
            title = titles.get(response.status_code, "Something went wrong")
            words = NOWHERE if response.status_code == 404 else ""
            response = problem_response(ApiProblem(response.status_code, title, words))
        if asked == "HEAD":
            length = len(response.content)
            response.content = b""
            response["Content-Length"] = str(length)
        return response
