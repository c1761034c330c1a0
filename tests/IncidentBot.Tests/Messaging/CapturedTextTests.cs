using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Tests.Messaging;

/// <summary>What is kept of a message is what people read of it.</summary>
public sealed class CapturedTextTests
{
    [Fact]
    public void A_monitors_blocks_are_kept_in_order() =>
        Assert.Equal("ALERT: db down\nhost *db-7*\nsev: 1\nsince 14:02\nseen by probe-3 <https://mon.example/7|graph>", Of("""
            {"bot_id":"B1","text":"","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"ALERT: db down"}},
              {"type":"section","text":{"type":"mrkdwn","text":"host *db-7*"},"fields":[{"type":"mrkdwn","text":"sev: 1"},{"type":"plain_text","text":"since 14:02"}]},
              {"type":"divider"},
              {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Silence"}}]},
              {"type":"context","elements":[{"type":"mrkdwn","text":"seen by probe-3"},{"type":"image","alt_text":"x","image_url":"https://mon.example/i"},{"type":"mrkdwn","text":"<https://mon.example/7|graph>"}]}]}
            """));

    [Fact]
    public void Text_and_attachments_are_kept_and_nothing_twice() =>
        Assert.Equal("Disk is full on db-7\nFrom the night watch\nDisk alert\n98 % used\nhost: db-8\nSince: 14:02", Of("""
            {"bot_id":"B1","text":"Disk is full on db-7","attachments":[
              {"fallback":"all of it","pretext":"From the night watch","title":"Disk alert","text":"98 % used",
               "fields":[{"title":"host","value":"db-8"},{"title":"Since","value":"14:02"}]},
              {"fallback":"*Disk is full* on db-7"}]}
            """));

    [Fact]
    public void A_notifications_short_text_gives_way_to_the_blocks_that_say_it_in_full() =>
        Assert.Equal("*ALERT*: db down\nhost db-7", Of("""
            {"bot_id":"B1","text":"db down","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*ALERT*: db down"}},{"type":"section","text":{"type":"mrkdwn","text":"host db-7"}}]}
            """));

    [Fact]
    public void Rich_text_reads_as_it_was_written() =>
        Assert.Equal("look at <#C1> <@U1> a &lt; b :fire: <https://mon.example/|here>\n• one\n• two\nquoted", Of("""
            {"bot_id":"B1","text":"","blocks":[{"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[{"type":"text","text":"look at "},{"type":"channel","channel_id":"C1"},{"type":"text","text":" "},{"type":"user","user_id":"U1"},{"type":"text","text":" a < b "},{"type":"emoji","name":"fire"},{"type":"text","text":" "},{"type":"link","url":"https://mon.example/","text":"here"}]},
              {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},
              {"type":"rich_text_quote","elements":[{"type":"text","text":"quoted"}]}]}]}
            """));

    [Fact]
    public void What_a_person_types_is_whole_in_its_text_and_a_links_preview_is_nobodys_words() =>
        Assert.Equal("see <https://mon.example/7>", Of("""
            {"user":"U1","text":"see <https://mon.example/7>","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"otherwise"}]}]}],
             "attachments":[{"from_url":"https://mon.example/7","title":"Graph of db-7"}]}
            """));

    [Fact]
    public void A_link_preview_added_to_a_programs_post_changes_none_of_its_words() =>
        Assert.Equal("see the graph", Of("""
            {"bot_id":"B1","text":"see the graph","attachments":[{"original_url":"https://mon.example/7","title":"Graph of db-7"},{"is_app_unfurl":true,"text":"more"}]}
            """));

    [Fact]
    public void What_is_forwarded_without_a_word_keeps_what_was_forwarded() =>
        Assert.Equal("The queue is full", Of("""{"user":"U1","text":"","attachments":[{"from_url":"https://acme.example/p1","text":"The queue is full"}]}"""));

    [Theory]
    [InlineData("""{"bot_id":"B1","text":""}""")]
    [InlineData("""{"bot_id":"B1","text":"","blocks":{"type":"section"}}""")]
    [InlineData("""{"bot_id":"B1","text":"","blocks":["x",{"type":7},{"type":"section","text":"x","fields":7},{"type":"of_tomorrow","text":"x"}]}""")]
    public void What_has_no_words_that_can_be_read_says_so(string message) => Assert.Equal("(a message without text)", Of(message));

    private static string Of(string message) => CapturedText.Of(SlackJson.Deserialize<Message>(message));
}
