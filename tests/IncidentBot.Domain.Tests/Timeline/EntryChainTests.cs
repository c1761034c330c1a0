using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class EntryChainTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, EntryChain.SaltLength).Select(i => (byte)i)];
    private static readonly EntryOrigin Origin = new(Some.Ben, "", new MessageRef(new ChannelId("C0OVENS"), "1753085700.000200"));

    /// <summary>The values were computed by another program, from the documented bytes.</summary>
    [Fact]
    public void The_bytes_never_change_or_no_stored_chain_could_be_checked_any_more()
    {
        var tied = ChainedVersion.Tie(Version(1), Origin, Salt, EntryChain.Start(Some.Id));

        Assert.Equal("19ce3b83df24e3d686636d7542f1a92cbc3347807f6f32d6866c33d56df07509", Hex(EntryChain.Start(Some.Id)));
        Assert.Equal("ebd05196589e933a62db8c0f7b8e3e9544e7c9f06eed898efda96aae85b19d15", Hex(tied.Commitment.AsSpan()));
        Assert.Equal("1eb36052791c45605b5257bbb9fc46353751e27a03867b696899a7f90b59c024", Hex(tied.Digest.AsSpan()));
        Assert.Equal("794607346f45d7ee66f3b2853f6b94505cea91ffe73f7605aa62ed36a25222a6", Hex(tied.Link.AsSpan()));
    }

    [Fact]
    public void What_a_file_holds_is_bound_and_goes_with_a_redaction()
    {
        var file = new EntryFile("F1", "graph.png", 92, FileFate.Copied, new string('a', 64));
        var tied = ChainedVersion.Tie(Version(1) with { Files = EntryFiles.Of(file) }, Origin, Salt, EntryChain.Start(Some.Id));
        var exchanged = tied with { Version = tied.Version with { Files = EntryFiles.Of(file with { Hash = new string('b', 64) }) } };
        var added = ChainedVersion.Tie(Version(1), Origin, Salt, EntryChain.Start(Some.Id));

        Assert.Null(new ChainCheck(Some.Id).Next(tied));
        Assert.Equal(new ChainFault.WordsChanged(1, tied.Version.Entry), new ChainCheck(Some.Id).Next(exchanged));
        Assert.IsType<ChainFault.WordsChanged>(new ChainCheck(Some.Id).Next(added with { Version = tied.Version }));
        Assert.True(tied.Redacted().Version.Files.IsEmpty);
        Assert.Null(new ChainCheck(Some.Id).Next(tied.Redacted()));
    }

    [Fact]
    public void A_chain_as_it_was_tied_is_whole()
    {
        var chain = Chain(5);
        var check = new ChainCheck(Some.Id);

        Assert.All(chain, version => Assert.Null(check.Next(version)));
        Assert.Null(check.End(5, chain[^1].Link.AsSpan()));
    }

    public static TheoryData<string> Changes => new(Tamperings.Keys);

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_is_changed_afterwards_is_found_at_its_version(string what)
    {
        var chain = Chain(5);
        chain[2] = Tamperings[what](chain[2]);

        var fault = Check(chain);

        Assert.True(fault is ChainFault.WordsChanged { Sequence: 3 } or ChainFault.FactsChanged { Sequence: 3 } or ChainFault.LinkBroken { Sequence: 3 } or ChainFault.ForeignVersion { Sequence: 3 }, $"{fault}");
    }

    [Fact]
    public void A_version_tied_again_with_other_words_breaks_the_next_link()
    {
        var chain = Chain(5);
        chain[2] = ChainedVersion.Tie(Version(3) with { Text = "nothing happened" }, Origin, Salt, chain[1].Link.AsSpan());

        Assert.Equal(new ChainFault.LinkBroken(4, 4), Check(chain));
    }

    [Fact]
    public void What_is_left_out_moved_or_cut_off_is_found()
    {
        var chain = Chain(5);

        Assert.Equal(new ChainFault.OutOfSequence(3, 4), Check([.. chain[..2], .. chain[3..]]));
        Assert.Equal(new ChainFault.OutOfSequence(2, 3), Check([chain[0], chain[2], chain[1], chain[3], chain[4]]));
        Assert.Equal(new ChainFault.OutOfSequence(3, 2), Check([chain[0], chain[1], chain[1]]));
        Assert.Equal(new ChainFault.OutOfSequence(5, null), Check(chain[..4], count: 5, chain[4].Link.AsSpan()));
        Assert.Equal(new ChainFault.HeadDiffers(4), Check(chain[..4], count: 4, chain[4].Link.AsSpan()));
    }

    [Fact]
    public void A_timeline_written_anew_as_a_whole_does_not_hold_an_old_checkpoint()
    {
        var checkpoint = Hex(Chain(5)[2].Link.AsSpan());
        var anew = Chain(5, "kinder words");

        Assert.Null(Check(Chain(5), checkpoint));
        Assert.Null(Check(Chain(5), checkpoint[..16].ToUpperInvariant()));
        Assert.Null(Check(anew));
        Assert.Equal(new ChainFault.CheckpointMissing(checkpoint), Check(anew, checkpoint));
    }

    [Fact]
    public void A_chain_of_another_incident_does_not_pass_for_this_one()
    {
        var elsewhere = Some.Id with { Number = 8 };
        var chain = Chain(2).Select(version => version with { Version = version.Version with { Incident = elsewhere } }).ToArray();

        var check = new ChainCheck(elsewhere);

        Assert.IsType<ChainFault.FactsChanged>(check.Next(chain[0]));
    }

    [Fact]
    public void Words_that_were_redacted_leave_the_chain_whole_and_say_by_whom()
    {
        var chain = Chain(3);
        var redaction = ChainedVersion.Tie(
            Version(4) with { Entry = 2, Number = 2, Change = EntryChange.Redacted, Text = "", Why = "a password" }, Origin, Salt, chain[2].Link.AsSpan());
        ChainedVersion[] redacted = [chain[0], chain[1].Redacted(), chain[2], redaction];
        var check = new ChainCheck(Some.Id);

        Assert.All(redacted, version => Assert.Null(check.Next(version)));

        Assert.Null(check.End(4, redaction.Link.AsSpan()));
        Assert.Equal("a password", Assert.Single(check.Redactions).Value.Why);
    }

    [Fact]
    public void Words_that_are_gone_without_a_redaction_are_missed()
    {
        var chain = Chain(3);
        chain[1] = chain[1].Redacted();

        Assert.Equal(new ChainFault.WordsMissing(2, 2), Check(chain));
    }

    [Fact]
    public void Words_put_where_others_were_redacted_are_found()
    {
        var chain = Chain(3);
        chain[1] = chain[1].Redacted() with { Version = chain[1].Version with { Text = "all was well" } };

        Assert.Equal(new ChainFault.WordsChanged(2, 2), Check(chain));
    }

    [Fact]
    public void The_same_words_with_another_salt_commit_to_something_else() =>
        Assert.NotEqual(Hex(EntryChain.Commit(Version(1), Salt)), Hex(EntryChain.Commit(Version(1), [.. Salt.Reverse()])));

    [Theory]
    [InlineData("ab", "c", "a", "bc")]
    [InlineData("", "abc", "abc", "")]
    public void Where_one_text_ends_and_the_next_begins_is_part_of_what_is_hashed(string text, string why, string otherText, string otherWhy) => Assert.NotEqual(
        Hex(EntryChain.Commit(Version(1) with { Text = text, Why = why }, Salt)),
        Hex(EntryChain.Commit(Version(1) with { Text = otherText, Why = otherWhy }, Salt)));

    private static readonly Dictionary<string, Func<ChainedVersion, ChainedVersion>> Tamperings = new()
    {
        ["text"] = v => v with { Version = v.Version with { Text = "nothing happened" } },
        ["why"] = v => v with { Version = v.Version with { Why = "because" } },
        ["as given"] = v => v with { Version = v.Version with { Happened = v.Version.Happened with { AsGiven = "9:01" } } },
        ["entry"] = v => v with { Version = v.Version with { Entry = 9 } },
        ["version"] = v => v with { Version = v.Version with { Number = 9 } },
        ["change"] = v => v with { Version = v.Version with { Change = EntryChange.Hidden } },
        ["kind"] = v => v with { Version = v.Version with { Kind = EntryKind.Note } },
        ["state"] = v => v with { Version = v.Version with { State = EntryState.Hidden } },
        ["instant"] = v => v with { Version = v.Version with { Happened = v.Version.Happened with { Instant = Some.Now.AddTicks(1) } } },
        ["no instant"] = v => v with { Version = v.Version with { Happened = v.Version.Happened with { Instant = null } } },
        ["precision"] = v => v with { Version = v.Version with { Happened = v.Version.Happened with { Precision = TimePrecision.Exact } } },
        ["by"] = v => v with { Version = v.Version with { By = Some.Cleo } },
        ["recorded at"] = v => v with { Version = v.Version with { RecordedAt = Some.Now.AddTicks(1) } },
        ["incident"] = v => v with { Version = v.Version with { Incident = Some.Id with { Number = 8 } } },
        ["author"] = v => v with { Origin = v.Origin with { Author = Some.Ana } },
        ["no author"] = v => v with { Origin = v.Origin with { Author = null } },
        ["author name"] = v => v with { Origin = v.Origin with { AuthorName = "monitor" } },
        ["channel"] = v => v with { Origin = v.Origin with { Source = v.Origin.Source! with { Channel = new ChannelId("C0OTHER") } } },
        ["ts"] = v => v with { Origin = v.Origin with { Source = v.Origin.Source! with { Ts = "1753085700.000201" } } },
        ["no source"] = v => v with { Origin = v.Origin with { Source = null } },
        ["salt"] = v => v with { Salt = [.. Salt.Reverse()] },
        ["commitment"] = v => v with { Commitment = v.Digest },
        ["digest"] = v => v with { Digest = v.Commitment },
        ["link"] = v => v with { Link = v.Digest },
    };

    private static EntryVersion Version(int sequence, string text = "swapped the burner") => new(
        Some.Id, sequence, 1, EntryChange.Recorded, EntryKind.Fix, text, new HappenedAt(Some.Start, "9:00 Europe/Berlin", TimePrecision.Minute), EntryState.Shown, Some.Ben, "", Some.Now)
    {
        Sequence = sequence,
    };

    private static ChainedVersion[] Chain(int length, string text = "swapped the burner")
    {
        var chain = new ChainedVersion[length];
        var link = EntryChain.Start(Some.Id);
        for (var i = 0; i < length; i++)
        {
            chain[i] = ChainedVersion.Tie(Version(i + 1, text), Origin, Salt, link);
            link = [.. chain[i].Link];
        }
        return chain;
    }

    private static ChainFault? Check(ChainedVersion[] chain, string checkpoint = "") => Check(chain, chain.Length, chain[^1].Link.AsSpan(), checkpoint);

    private static ChainFault? Check(ChainedVersion[] chain, int count, ReadOnlySpan<byte> head, string checkpoint = "")
    {
        var check = new ChainCheck(Some.Id, checkpoint);
        foreach (var version in chain)
        {
            if (check.Next(version) is { } fault)
                return fault;
        }
        return check.End(count, head);
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
