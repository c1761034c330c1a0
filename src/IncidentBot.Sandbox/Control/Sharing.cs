using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>People post files.</summary>
internal static class Sharing
{
    /// <summary>Kept in memory; larger ones belong into no sandbox.</summary>
    private const int Largest = 64 * 1024 * 1024;

    public static JsonObject Share(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        var name = body.Required("name");
        var content = new byte[(body.Required("content").Length / 4 * 3) + 3];
        if (name.Length == 0 || !Convert.TryFromBase64String(body.Required("content"), content, out var length) || length is 0 or > Largest)
            throw new ControlRefusal("bad_file", "A file has a name and at least one byte, at most 64 MB, in Base64.");
        var text = SlackText.Normalize(body.Text("text") ?? "");
        var file = workspace.AddFile(name, name, person.Id);
        file.Content = content[..length];
        var message = workspace.Share(file, conversation, new Message
        {
            User = person.Id,
            Subtype = SharedFiles.Subtype,
            Text = text,
            Blocks = text.Length == 0 ? null : RichText.From(text, workspace.Ids.Token(5)),
            ClientMessageId = workspace.Ids.ClientMessageId(),
            ThreadTs = body.Text("thread_ts"),
            Files = [file.Id],
        });
        return new JsonObject { ["ts"] = message.Ts, ["file"] = file.Id };
    }
}
