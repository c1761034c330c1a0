FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/IncidentBot -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The system's SQLite is newer than the bundled one; the image has the time zones and ICU already.
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-0 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
ENV DATABASE=/data/incidentbot.db PORT=3000 LOG_FORMAT=json
RUN mkdir /data && chown "$APP_UID" /data
VOLUME /data
EXPOSE 3000
USER $APP_UID
ENTRYPOINT ["dotnet", "IncidentBot.dll"]
