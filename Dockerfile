FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/IncidentBot -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The system's SQLite is newer than the bundled one; people's time zones need tzdata, channel names need ICU.
RUN if command -v apt-get >/dev/null; then \
      apt-get update && apt-get install -y --no-install-recommends libsqlite3-0 tzdata libicu-dev && rm -rf /var/lib/apt/lists/*; \
    fi
WORKDIR /app
COPY --from=build /app .
ENV DATABASE=/data/incidentbot.db PORT=3000 LOG_FORMAT=json
RUN mkdir /data && chown "$APP_UID" /data
VOLUME /data
EXPOSE 3000
USER $APP_UID
ENTRYPOINT ["dotnet", "IncidentBot.dll"]
