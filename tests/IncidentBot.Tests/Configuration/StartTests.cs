using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IncidentBot.Configuration;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Configuration;

/// <summary>What stops a start says so in one sentence.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_configuration_with_mistakes_is_seen_at_start_with_every_line()
    {
        var bad = await Assert.ThrowsAsync<BadSettingException>(() => TestBot.StartConfiguredAsync("""
            announcement_channel: "#incidents"
            emoji: { card: { tada: celebrate loudly } }
            """));

        var lines = bad.Message.Split(Environment.NewLine);
        Assert.Equal(2, lines.Length);
        Assert.Contains(", line 1: announcement_channel: \"#incidents\" is not a channel id.", lines[0], StringComparison.Ordinal);
        Assert.Contains(", line 2: emoji.card.tada: \"celebrate loudly\" is not a command. Write one of ack, adopt, ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_was_named_must_be_there()
    {
        var bad = await Assert.ThrowsAsync<BadSettingException>(() => TestBot.StartAsync(("CONFIG", "/nowhere/incidentbot.yaml")));

        Assert.Equal("CONFIG: there is no file /nowhere/incidentbot.yaml.", bad.Message);
    }

    [Fact]
    public async Task Two_bots_do_not_share_a_file()
    {
        await using var bot = await TestBot.StartAsync();

        var inUse = await Assert.ThrowsAsync<IOException>(() => TestBot.StartAsync(("DATABASE", bot.DatabasePath)));

        Assert.StartsWith($"Another IncidentBot is running on {bot.DatabasePath}.", inUse.Message, StringComparison.Ordinal);
        await bot.Alice.Declares();
    }

    [Fact]
    public async Task A_database_of_another_workspace_is_left_alone()
    {
        await using var bot = await TestBot.PrepareAsync();
        await bot.ComeUpAsync();
        await using (var db = await bot.Contexts.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE workspaces SET \"TeamId\" = 'T0ANOTHER1'");
        await bot.GoDownAsync();

        var gaveUp = await Record.ExceptionAsync(async () =>
        {
            await bot.ComeUpAsync();
            await bot.Host.RunUntilStoppedAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        });

        Assert.True(gaveUp is null or BadSettingException, $"{gaveUp}");
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Fatal SLACK_BOT_TOKEN belongs to workspace", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dance", "There is no command \"dance\". Use: run")]
    [InlineData("--help", "IncidentBot. Use: run")]
    public async Task A_word_the_program_does_not_know_gets_those_it_knows(string word, string sentence)
    {
        var (code, error) = await RunAsync(word);

        Assert.Equal(2, code);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_gets_a_sentence()
    {
        using var database = await FreshDatabase.CreateAsync();
        await File.WriteAllTextAsync(database.Path, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 200)));

        var (code, error) = await RunAsync("run", ("SLACK_BOT_TOKEN", "token"), ("SLACK_SIGNING_SECRET", "secret"), ("DATABASE", database.Path), ("PORT", "0"));

        Assert.Equal(2, code);
        Assert.StartsWith("The database cannot be used:", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_as_database_gets_a_sentence_and_no_file_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        var wrong = await Assert.ThrowsAsync<IOException>(() => TestBot.StartAsync(("DATABASE", folder.FullName)));

        Assert.StartsWith($"{folder.FullName} is a folder. Set DATABASE to a file in it", wrong.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.FullName + ".lock"));
        folder.Delete();
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_start_with_a_sentence()
    {
        using var database = await FreshDatabase.CreateAsync();
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (code, error) = await RunAsync("run", ("SLACK_BOT_TOKEN", "token"), ("SLACK_SIGNING_SECRET", "secret"), ("DATABASE", database.Path), ("PORT", port), ("SLACK_API_URL", "http://127.0.0.1:9/api/"));

        Assert.Equal(2, code);
        Assert.EndsWith("Choose another port: PORT, or --port for the sandbox.", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_not_taken_for_another_bot()
    {
        var folder = Directory.CreateTempSubdirectory();
        var database = Path.Combine(folder.FullName, "incidentbot.db");
        Directory.CreateDirectory(database + ".lock");

        var wrong = Assert.Throws<IOException>(() => FileClaim.Take(database));

        Assert.StartsWith($"The folder {folder.FullName} cannot be written to.", wrong.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(8, "Let this program read and write the file and its folder")]
    [InlineData(14, "Let this program read and write the file and its folder")]
    [InlineData(5, "Another process holds it")]
    [InlineData(13, "The disk is full")]
    [InlineData(26, "Set DATABASE to another file, or put a backup in its place.")]
    public void A_backup_is_spoken_of_only_where_the_file_is_damaged(int code, string sentence) =>
        Assert.StartsWith(sentence, StorageFault.WhatToDo(new SqliteException("no", code)), StringComparison.Ordinal);

    [Fact]
    public async Task A_database_that_is_made_new_is_said()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "mistyped.db");
        await using (var bot = await TestBot.StartAsync(("DATABASE", path)))
        {
            await bot.RestartAsync();

            Assert.Single(bot.Log.Lines, line => line.StartsWith($"Information A new database was made: \"{path}\"", StringComparison.Ordinal));
        }
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Theory]
    [InlineData("xapp-1-A0-1-abc", "holds an app-level token")]
    [InlineData("xoxp-1-2-3", "holds a person's token")]
    public async Task Another_token_than_the_bots_is_refused_and_not_quoted(string token, string sentence)
    {
        var wrong = await Assert.ThrowsAsync<BadSettingException>(() => TestBot.StartAsync(("SLACK_BOT_TOKEN", token)));

        Assert.Contains(sentence, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("alone")]
    public async Task A_word_the_sandbox_does_not_know_starts_nothing(string word)
    {
        var wrong = await Assert.ThrowsAsync<BadSettingException>(() => SandboxCommand.RunAsync(["--port", "0", word]));

        Assert.StartsWith($"The sandbox does not know \"{word}\". Use: sandbox [--socket-mode]", wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> RunAsync(string word, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IncidentBot.dll"), word]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (error, _) = (await process.StandardError.ReadToEndAsync(), await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
