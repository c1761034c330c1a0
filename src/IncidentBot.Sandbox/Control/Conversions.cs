using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>Channels become something else.</summary>
internal static class Conversions
{
    public static JsonObject Convert(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var channel = workspace.Open(person, body.Required("channel"));
        if (!channel.IsChannel)
            throw new ControlRefusal("not_a_channel", "Only channels are converted.");
        switch (body.Required("to"))
        {
            case "private" when channel is { IsPublic: true, IsGeneral: false }:
                workspace.MakePrivate(channel, person.Id);
                break;
            case "private":
                throw new ControlRefusal("cannot_be_private", $"#{channel.Name} is private, or everybody's.");
            case "another_id":
                workspace.ChangeId(channel);
                break;
            default:
                throw new ControlRefusal("unknown_conversion", "\"to\" is private or another_id.");
        }
        return new JsonObject { ["channel"] = channel.Id };
    }
}
