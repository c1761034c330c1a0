using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "also_about",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_also_about", x => new { x.TeamId, x.Number, x.RequestId });
                });

            migrationBuilder.CreateTable(
                name: "captures",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Ts = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Means = table.Column<string>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    IsOnCard = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsRefused = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_captures", x => new { x.TeamId, x.Channel, x.Ts, x.Number, x.Means, x.Holder });
                });

            migrationBuilder.CreateTable(
                name: "channels",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    LookedUpAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels", x => new { x.TeamId, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "covers",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    CoveredBy = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_covers", x => new { x.TeamId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => new { x.TeamId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "file_copies",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_copies", x => new { x.TeamId, x.Hash, x.Number, x.Entry });
                });

            migrationBuilder.CreateTable(
                name: "held_nudges",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_nudges", x => new { x.TeamId, x.UserId, x.Number, x.Kind, x.Subject, x.Of });
                });

            migrationBuilder.CreateTable(
                name: "homes",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_homes", x => new { x.TeamId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NaturalKey = table.Column<string>(type: "TEXT", nullable: true),
                    CameAgain = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitingFor = table.Column<string>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    OutcomeWords = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    SeverityKey = table.Column<string>(type: "TEXT", nullable: false),
                    SeverityRank = table.Column<int>(type: "INTEGER", nullable: false),
                    SeverityName = table.Column<string>(type: "TEXT", nullable: false),
                    SeveritySign = table.Column<string>(type: "TEXT", nullable: false),
                    StatusKey = table.Column<string>(type: "TEXT", nullable: false),
                    StatusName = table.Column<string>(type: "TEXT", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDrill = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reporter = table.Column<string>(type: "TEXT", nullable: false),
                    Commander = table.Column<string>(type: "TEXT", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclaredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdateText = table.Column<string>(type: "TEXT", nullable: true),
                    UpdateBy = table.Column<string>(type: "TEXT", nullable: true),
                    UpdateAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewOwner = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewOpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewLink = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewWaiver = table.Column<string>(type: "TEXT", nullable: true),
                    NamedReviewOwner = table.Column<string>(type: "TEXT", nullable: true),
                    ChannelId = table.Column<string>(type: "TEXT", nullable: true),
                    ChannelName = table.Column<string>(type: "TEXT", nullable: false),
                    NamedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArchivedSaidAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsBotOutside = table.Column<bool>(type: "INTEGER", nullable: false),
                    OutsideSaidAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ComparedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MissedFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    MissedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    StoppedAt = table.Column<string>(type: "TEXT", nullable: true),
                    CardTs = table.Column<string>(type: "TEXT", nullable: true),
                    AnnouncementChannelId = table.Column<string>(type: "TEXT", nullable: true),
                    AnnouncementTs = table.Column<string>(type: "TEXT", nullable: true),
                    More = table.Column<string>(type: "TEXT", nullable: false),
                    Answering = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    LastEntry = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ChainHead = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AwaitsCheckpoint = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incidents", x => new { x.TeamId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "looks",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WelcomedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_looks", x => new { x.TeamId, x.UserId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CoalesceKey = table.Column<string>(type: "TEXT", nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    RequestId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    InDoubt = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Lane = table.Column<int>(type: "INTEGER", nullable: false),
                    TurnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReplayedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    IsBot = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsExternal = table.Column<bool>(type: "INTEGER", nullable: false),
                    LookedUpAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.TeamId, x.UserId });
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriptions", x => new { x.TeamId, x.UserId, x.Rule });
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TaskNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Sort = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceChannel = table.Column<string>(type: "TEXT", nullable: true),
                    SourceTs = table.Column<string>(type: "TEXT", nullable: true),
                    Permalink = table.Column<string>(type: "TEXT", nullable: false),
                    GoesOnIn = table.Column<int>(type: "INTEGER", nullable: true),
                    GoesOnAs = table.Column<int>(type: "INTEGER", nullable: true),
                    CameFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    CameAs = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tasks", x => new { x.TeamId, x.Number, x.TaskNumber });
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    HappenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AsGiven = table.Column<string>(type: "TEXT", nullable: false),
                    Precision = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Capturers = table.Column<string>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", nullable: false),
                    SourceChannel = table.Column<string>(type: "TEXT", nullable: true),
                    SourceTs = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedIn = table.Column<string>(type: "TEXT", nullable: true),
                    Files = table.Column<string>(type: "TEXT", nullable: true),
                    SourceEditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Permalink = table.Column<string>(type: "TEXT", nullable: false),
                    CopiedFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    CopiedEntry = table.Column<int>(type: "INTEGER", nullable: true),
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timeline", x => new { x.TeamId, x.Number, x.Entry });
                });

            migrationBuilder.CreateTable(
                name: "timeline_versions",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    HappenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AsGiven = table.Column<string>(type: "TEXT", nullable: false),
                    Precision = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Files = table.Column<string>(type: "TEXT", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Commitment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Link = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timeline_versions", x => new { x.TeamId, x.Number, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "user_groups",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", nullable: false),
                    Users = table.Column<string>(type: "TEXT", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_groups", x => new { x.TeamId, x.GroupId });
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    TeamId = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    BotUserId = table.Column<string>(type: "TEXT", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAsked = table.Column<string>(type: "TEXT", nullable: true),
                    HeardAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workspaces", x => x.TeamId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_held_nudges_TeamId_Number",
                table: "held_nudges",
                columns: new[] { "TeamId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_dead",
                table: "inbox",
                column: "State",
                filter: "\"State\" = 3");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_HandledAt",
                table: "inbox",
                column: "HandledAt");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_Id",
                table: "inbox",
                column: "Id",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_TeamId_Key",
                table: "inbox",
                columns: new[] { "TeamId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbox_TeamId_NaturalKey",
                table: "inbox",
                columns: new[] { "TeamId", "NaturalKey" },
                unique: true,
                filter: "\"NaturalKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_TeamId_Number_Id",
                table: "inbox",
                columns: new[] { "TeamId", "Number", "Id" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_WaitingFor",
                table: "inbox",
                column: "WaitingFor",
                filter: "\"WaitingFor\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_incidents_TeamId_AnnouncementChannelId_Phase",
                table: "incidents",
                columns: new[] { "TeamId", "AnnouncementChannelId", "Phase" },
                filter: "\"AnnouncementChannelId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_incidents_TeamId_ChannelId",
                table: "incidents",
                columns: new[] { "TeamId", "ChannelId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incidents_TeamId_Phase_Number",
                table: "incidents",
                columns: new[] { "TeamId", "Phase", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_incidents_TeamId_ResolvedAt",
                table: "incidents",
                columns: new[] { "TeamId", "ResolvedAt" },
                filter: "\"ResolvedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_incidents_TeamId_ReviewOwner_ReviewDueAt",
                table: "incidents",
                columns: new[] { "TeamId", "ReviewOwner", "ReviewDueAt" },
                filter: "\"ReviewOwner\" IS NOT NULL AND \"ReviewLink\" IS NULL AND \"ReviewWaiver\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_CoalesceKey",
                table: "outbox",
                column: "CoalesceKey",
                filter: "\"State\" = 0 AND \"CoalesceKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_dead",
                table: "outbox",
                column: "State",
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_DoneAt",
                table: "outbox",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Lane_TurnAt_Id",
                table: "outbox",
                columns: new[] { "Lane", "TurnAt", "Id" },
                filter: "\"TurnAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ReplayedAt",
                table: "outbox",
                column: "ReplayedAt",
                filter: "\"ReplayedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Stream_Id",
                table: "outbox",
                columns: new[] { "Stream", "Id" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_TeamId_Number_Id",
                table: "outbox",
                columns: new[] { "TeamId", "Number", "Id" },
                filter: "\"Error\" IS NOT NULL AND \"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_DueAt",
                table: "reminders",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_TeamId_Number_Kind_Subject",
                table: "reminders",
                columns: new[] { "TeamId", "Number", "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_TeamId_Rule_UserId",
                table: "subscriptions",
                columns: new[] { "TeamId", "Rule", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_TeamId_Owner_DueAt",
                table: "tasks",
                columns: new[] { "TeamId", "Owner", "DueAt" },
                filter: "\"Owner\" IS NOT NULL AND \"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_tasks_TeamId_SourceChannel_SourceTs_Number",
                table: "tasks",
                columns: new[] { "TeamId", "SourceChannel", "SourceTs", "Number" },
                unique: true,
                filter: "\"SourceTs\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_timeline_TeamId_CopiedFrom_CopiedEntry_Number",
                table: "timeline",
                columns: new[] { "TeamId", "CopiedFrom", "CopiedEntry", "Number" },
                unique: true,
                filter: "\"CopiedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_timeline_TeamId_Number_Kind_Position_Entry",
                table: "timeline",
                columns: new[] { "TeamId", "Number", "Kind", "Position", "Entry" },
                filter: "\"Kind\" IN (6, 7)");

            migrationBuilder.CreateIndex(
                name: "IX_timeline_TeamId_Number_Position_Entry_State",
                table: "timeline",
                columns: new[] { "TeamId", "Number", "Position", "Entry", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_timeline_TeamId_SourceChannel_SourceTs_Number",
                table: "timeline",
                columns: new[] { "TeamId", "SourceChannel", "SourceTs", "Number" },
                unique: true,
                filter: "\"SourceTs\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_timeline_versions_TeamId_Number_Entry_Version",
                table: "timeline_versions",
                columns: new[] { "TeamId", "Number", "Entry", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "also_about");

            migrationBuilder.DropTable(
                name: "captures");

            migrationBuilder.DropTable(
                name: "channels");

            migrationBuilder.DropTable(
                name: "covers");

            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "file_copies");

            migrationBuilder.DropTable(
                name: "held_nudges");

            migrationBuilder.DropTable(
                name: "homes");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "looks");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "timeline");

            migrationBuilder.DropTable(
                name: "timeline_versions");

            migrationBuilder.DropTable(
                name: "user_groups");

            migrationBuilder.DropTable(
                name: "workspaces");
        }
    }
}
