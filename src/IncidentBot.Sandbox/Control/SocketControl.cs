using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What happens to an app's sockets: renewed, broken, switched off.</summary>
internal static class SocketControl
{
    public static async Task<JsonObject> DoAsync(SandboxEngine engine, ControlBody body)
    {
        var sockets = engine.Sockets;
        if (!engine.Workspace.App.Manifest.SocketMode)
            throw new ControlRefusal("no_socket_mode", "The app's manifest does not enable Socket Mode.");
        var most = (int)(body.Number("count") ?? 10);
        switch (body.Required("do"))
        {
            case "refresh":
                sockets.Refresh(most, engine.Stopping);
                break;
            case "cut":
                sockets.Cut(most);
                break;
            case "switch_off":
                await sockets.SwitchOffAsync();
                break;
            case "switch_on":
                sockets.SwitchOn();
                break;
            case var other:
                throw new ControlRefusal("unknown_act", $"\"{other}\" is none of refresh, cut, switch_off and switch_on.");
        }

        return new JsonObject { ["sockets"] = sockets.Count };
    }
}
