# Kogu in one image: the web process by default, the worker with `work`.
FROM python:3.13-slim AS build
WORKDIR /kogu
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN /venv/bin/pybabel --quiet compile --domain django --directory site/locale \
    && /venv/bin/pybabel --quiet compile --domain "django djangojs" --directory site/locale_libraries

FROM python:3.13-slim
# pg_dump and psql, for `manage.py backup` and `restore`.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 1000 --create-home kogu && mkdir /data && chown kogu /data
COPY --from=build /venv /venv
COPY --from=build --chown=kogu /kogu /kogu
WORKDIR /kogu
USER kogu
ENV PATH=/venv/bin:$PATH PYTHONPATH=/kogu:/kogu/site PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=kogu.settings.production DATA_DIR=/data WEB_HOST=0.0.0.0
EXPOSE 8000
HEALTHCHECK CMD python -c "import socket; socket.create_connection(('127.0.0.1', 8000), 2).close()"
CMD ["python", "-m", "kogu.serving", "--web"]
