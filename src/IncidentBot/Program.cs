using IncidentBot;
using IncidentBot.Configuration;
using IncidentBot.Storage;

SqliteRuntime.EnsureInstalled();
var (command, rest) = args is [var word, .. var others] && !word.StartsWith('-') ? (word, others) : ("run", args);
try
{
    return command switch
    {
        "run" => await RunCommand.RunAsync(rest),
        "sandbox" => await SandboxCommand.RunAsync(rest),
        "reference" => ReferenceCommand.Print(ReferenceCommand.Page()),
        "manifest" => ReferenceCommand.Print(AppManifest.Yaml()),
        _ => Unknown(command),
    };
}
catch (Exception wrong) when (wrong is BadSettingException or IOException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

static int Unknown(string command)
{
    Console.Error.WriteLine($"There is no command \"{command}\". Use: run (the bot; the default), sandbox (try it without Slack), reference (print the settings and commands), manifest (print the Slack app manifest).");
    return 2;
}
