namespace IncidentBot.Slack.WebApi;

/// <summary>What the client must know of a method to call it.</summary>
/// <param name="Name">Slack's name.</param>
/// <param name="TakesJson">Whether Slack reads a JSON body. Others silently drop JSON arguments. Slack docs: Methods supporting JSON POSTs.</param>
/// <param name="IsRead">Whether calling it twice changes nothing.</param>
internal sealed record WebMethod(string Name, bool TakesJson, bool IsRead)
{
    /// <summary>A method that changes something.</summary>
    public static WebMethod Write(string name) => new(name, TakesJson: true, IsRead: false);

    /// <summary>A method that only looks, and takes JSON.</summary>
    public static WebMethod JsonRead(string name) => new(name, TakesJson: true, IsRead: true);

    /// <summary>A method that only looks, and takes nothing but a form.</summary>
    public static WebMethod FormRead(string name) => new(name, TakesJson: false, IsRead: true);
}
