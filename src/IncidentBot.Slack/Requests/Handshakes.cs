namespace IncidentBot.Slack.Requests;

/// <summary>Slack asks whether a request URL is ours. Answer 200 with the challenge. Slack docs: url_verification event.</summary>
/// <param name="Challenge">The text to echo.</param>
public sealed record UrlVerification(string Challenge) : SlackRequest;

/// <summary>Slack checks the certificate of a command's URL. Answer 200. Slack docs: Slash commands, validating SSL certificates.</summary>
public sealed record SslCheck : SlackRequest;

/// <summary>Slack dropped events because there were more than 30,000 in an hour. Answer 200. Slack docs: app_rate_limited event.</summary>
/// <param name="MinuteRateLimited">The minute in which events were dropped, as Unix seconds.</param>
public sealed record AppRateLimited(long MinuteRateLimited) : SlackRequest;
