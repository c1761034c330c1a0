using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Blocks;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Forms open, stack, change and close; the Home tab is published.</summary>
internal static class Modals
{
    /// <summary>A root and two pushed on it (Slack docs: Modals).</summary>
    private const int DeepestStack = 3;

    /// <summary>Checks a definition without opening anything, so that a refused form does not use its trigger up.</summary>
    public static void Check(SlackWorkspace workspace, JsonObject definition, bool anyType = false) =>
        _ = BlockKit.ForView(definition, anyType && IsHome(definition) ? "home" : "modal", workspace.Ids);

    public static OpenView OpenModal(this SlackWorkspace workspace, Person person, JsonObject definition)
    {
        var stored = Stored(workspace, definition, "modal", except: null);
        workspace.CloseAll(person);
        return Show(workspace, person, stored, previous: null);
    }

    public static OpenView PushModal(this SlackWorkspace workspace, Person person, JsonObject definition)
    {
        if (person.Modals.Count >= DeepestStack)
            throw new Refusal("push_limit_reached");
        return Show(workspace, person, Stored(workspace, definition, "modal", except: null), person.Modals.LastOrDefault());
    }

    /// <summary>What was typed survives where block_id and action_id stay the same (Slack docs: views.update).</summary>
    public static void UpdateView(this SlackWorkspace workspace, OpenView view, JsonObject definition)
    {
        view.Definition = Stored(workspace, definition, view.Type, except: view);
        view.Hash = NewHash(workspace);
        view.Values = ViewInputs.Initial(view.Blocks, kept: view.Values);
        workspace.Changes.Person(view.UserId);
    }

    public static OpenView PublishHome(this SlackWorkspace workspace, Person person, JsonObject definition)
    {
        if (person.Home is { } home)
        {
            workspace.UpdateView(home, definition);
            return home;
        }

        var stored = Stored(workspace, definition, "home", except: null);
        person.Home = Keep(workspace, person, stored, previous: null);
        return person.Home;
    }

    /// <summary>Closes one form and those stacked on it.</summary>
    public static void Close(this SlackWorkspace workspace, Person person, OpenView view)
    {
        var index = person.Modals.IndexOf(view);
        if (index < 0)
            return;
        foreach (var closed in person.Modals.Skip(index).ToList())
        {
            person.Modals.Remove(closed);
            workspace.Views.Remove(closed.Id);
        }

        workspace.Changes.Person(person.Id);
    }

    public static void CloseAll(this SlackWorkspace workspace, Person person)
    {
        if (person.Modals.Count > 0)
            workspace.Close(person, person.Modals[0]);
    }

    private static bool IsHome(JsonObject definition) => (definition["type"] as JsonValue)?.ToString() == "home";

    private static JsonObject Stored(SlackWorkspace workspace, JsonObject definition, string type, OpenView? except)
    {
        var stored = BlockKit.ForView(definition, type, workspace.Ids);
        var externalId = (string?)stored["external_id"] ?? "";
        if (externalId.Length > 0 && workspace.Views.Values.Any(view => view != except && view.ExternalId == externalId))
            throw new Refusal("duplicate_external_id");
        return stored;
    }

    private static OpenView Show(SlackWorkspace workspace, Person person, JsonObject stored, OpenView? previous)
    {
        var view = Keep(workspace, person, stored, previous);
        person.Modals.Add(view);
        return view;
    }

    private static OpenView Keep(SlackWorkspace workspace, Person person, JsonObject stored, OpenView? previous)
    {
        var id = workspace.Ids.Next("V");
        var view = new OpenView
        {
            Id = id,
            UserId = person.Id,
            RootId = previous?.RootId ?? id,
            PreviousId = previous?.Id,
            Hash = NewHash(workspace),
            Definition = stored,
        };
        view.Values = ViewInputs.Initial(view.Blocks, kept: []);
        workspace.Views.Add(id, view);
        workspace.Changes.Person(person.Id);
        return view;
    }

    private static string NewHash(SlackWorkspace workspace) => $"{workspace.NowSeconds}.{workspace.Ids.Token(8)}";
}
