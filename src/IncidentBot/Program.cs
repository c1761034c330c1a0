using IncidentBot;
using IncidentBot.Configuration;
using IncidentBot.Evidence;
using IncidentBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

SqliteRuntime.EnsureInstalled();
var (command, rest) = args switch
{
    ["--help" or "-h", ..] => ("help", args),
    [var word, .. var others] when !word.StartsWith('-') => (word, others),
    _ => ("run", args),
};
try
{
    return command switch
    {
        "run" => await RunCommand.RunAsync(rest),
        "sandbox" => await SandboxCommand.RunAsync(rest),
        "export" => await ExportCommand.RunAsync(rest, TimeProvider.System, CancellationToken.None),
        "verify" => await VerifyCommand.RunAsync(rest, CancellationToken.None),
        "dead" => await DeadCommand.ListAsync(rest),
        "replay" => await DeadCommand.ReplayAsync(rest),
        "config" => await ConfigCommand.RunAsync(rest),
        "reference" => ReferenceCommand.Print(ReferenceCommand.Page()),
        "manifest" => ReferenceCommand.Print(AppManifest.Yaml(socketMode: rest.Contains("--socket-mode"))),
        _ => Unknown(command),
    };
}
catch (Exception wrong) when (wrong is BadSettingException or IOException or UnauthorizedAccessException or SqliteException)
{
    await Console.Error.WriteLineAsync(wrong switch
    {
        SqliteException failure => $"The database cannot be used: {failure.Message} {StorageFault.WhatToDo(failure)}",
        { InnerException: AddressInUseException } => $"{wrong.Message} Choose another port: PORT, or --port for the sandbox.",
        _ => wrong.Message,
    });
    return 2;
}

static int Unknown(string command)
{
    Console.Error.WriteLine($"{(command == "help" ? "IncidentBot." : $"There is no command \"{command}\".")} Use: run (the bot; the default), sandbox (try it without Slack; --socket-mode over sockets, --alone for an app of your own), export (write an incident's timeline as a bundle), verify (check such a bundle), dead (list what was given up), replay <reference>|all (try it again), config (check a configuration, or print all there is), reference (print the settings and commands), manifest (print the Slack app manifest; --socket-mode for Socket Mode).");
    return 2;
}
