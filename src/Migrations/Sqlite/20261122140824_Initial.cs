using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelateBot.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ask_helpers",
                columns: table => new
                {
                    AskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_helpers", x => new { x.AskId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "asks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskerDepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    NeededBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ThankedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HelpActId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    NextStepAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Details = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dashboard_visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    View = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dashboard_visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => new { x.WorkspaceId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "department_delegates",
                columns: table => new
                {
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_department_delegates", x => new { x.DepartmentId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "department_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NeedsMembers = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_department_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HelpChannel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    HowToHelpText = table.Column<string>(type: "TEXT", maxLength: 422, nullable: false),
                    HowToHelpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsNamedByHand = table.Column<bool>(type: "INTEGER", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "digest_subscriptions",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digest_subscriptions", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "directory_syncs",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Read = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Left = table.Column<int>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_syncs", x => x.WorkspaceId);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "exchanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    FromPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromDepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToPersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToDepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IsUnconfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CorrectsId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "flows",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Span = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FromDepartmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToDepartmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Helps = table.Column<int>(type: "INTEGER", nullable: false),
                    Thanks = table.Column<int>(type: "INTEGER", nullable: false),
                    Kudos = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flows", x => new { x.OrganisationId, x.Span, x.Start, x.FromDepartmentId, x.ToDepartmentId });
                });

            migrationBuilder.CreateTable(
                name: "focus_people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Cadence = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1600, nullable: true),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TalkedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExchangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_focus_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "group_members",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_members", x => new { x.GroupId, x.ExternalId });
                });

            migrationBuilder.CreateTable(
                name: "help_claims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HelperId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HelperDepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HelpedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HelpedDepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CountsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_claims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "helper_months",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Helps = table.Column<int>(type: "INTEGER", nullable: false),
                    Thanks = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_helper_months", x => new { x.OrganisationId, x.PersonId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "identities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NeedsProfile = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsAdministrator = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProfileChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HomeOpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Platform = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EnterpriseExternalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    IsOrgWide = table.Column<bool>(type: "INTEGER", nullable: false),
                    BotExternalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Token = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    RefreshToken = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    TokenExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RefreshingUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InstalledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "introductions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondConnectorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PassedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Agreed = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_introductions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "offers",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsDepartment = table.Column<bool>(type: "INTEGER", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offers", x => new { x.OwnerId, x.Topic });
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Destination = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotAfter = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentConversation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    FateIsUnknown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "pairing_avoidances",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AvoidedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_avoidances", x => new { x.PersonId, x.AvoidedId });
                });

            migrationBuilder.CreateTable(
                name: "pairing_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsRepeat = table.Column<bool>(type: "INTEGER", nullable: false),
                    MetAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pairing_members",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EveryWeeks = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SilentRounds = table.Column<int>(type: "INTEGER", nullable: false),
                    AloneSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_members", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "pairing_rounds",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_rounds", x => new { x.OrganisationId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "pairing_seats",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    NextStepAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_seats", x => new { x.GroupId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ManagerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Locale = table.Column<string>(type: "TEXT", maxLength: 35, nullable: true),
                    WorkingHours = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesIntroductions = table.Column<bool>(type: "INTEGER", nullable: false),
                    HintedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MayBeNamedUnsung = table.Column<bool>(type: "INTEGER", nullable: false),
                    SetByHand = table.Column<int>(type: "INTEGER", maxLength: 16, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HandleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "playground_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    VisibleTo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsEdited = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_playground_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "prompt_habits",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wanted = table.Column<bool>(type: "INTEGER", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsAnswered = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ignored = table.Column<int>(type: "INTEGER", nullable: false),
                    IsSlower = table.Column<bool>(type: "INTEGER", nullable: false),
                    SnoozedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompt_habits", x => new { x.PersonId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "prompt_plans",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Hour = table.Column<int>(type: "INTEGER", nullable: true),
                    PausedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Approaches = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    KeptFreeUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompt_plans", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "prompts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reactions",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reactions", x => new { x.WorkspaceId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "secondings",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secondings", x => new { x.ActId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "teams_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ConversationId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SeenIn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ServiceUrl = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    BlockedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "teams_places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TeamId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ServiceUrl = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams_places", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "tie_weeks",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    There = table.Column<int>(type: "INTEGER", nullable: false),
                    Back = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tie_weeks", x => new { x.OrganisationId, x.FirstPersonId, x.SecondPersonId, x.Week });
                });

            migrationBuilder.CreateTable(
                name: "ties",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    There = table.Column<long>(type: "INTEGER", nullable: false),
                    Back = table.Column<long>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ties", x => new { x.OrganisationId, x.FirstPersonId, x.SecondPersonId });
                });

            migrationBuilder.CreateTable(
                name: "unprojected_exchanges",
                columns: table => new
                {
                    ExchangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unprojected_exchanges", x => x.ExchangeId);
                });

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Platform = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BotExternalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    InstallationId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workspaces", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ask_helpers_PersonId",
                table: "ask_helpers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_asks_AskerDepartmentId_State",
                table: "asks",
                columns: new[] { "AskerDepartmentId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_asks_AskerId_State",
                table: "asks",
                columns: new[] { "AskerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_asks_DepartmentId_AskerDepartmentId",
                table: "asks",
                columns: new[] { "DepartmentId", "AskerDepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_asks_NextStepAt",
                table: "asks",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_asks_OrganisationId_AskedAt",
                table: "asks",
                columns: new[] { "OrganisationId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_asks_PersonId",
                table: "asks",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_OrganisationId_At",
                table: "audit_entries",
                columns: new[] { "OrganisationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_dashboard_visits_ExpiresAt",
                table: "dashboard_visits",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_dashboard_visits_SecretHash",
                table: "dashboard_visits",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_ReceivedAt",
                table: "deliveries",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_department_groups_DepartmentId",
                table: "department_groups",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_department_groups_WorkspaceId_ExternalId",
                table: "department_groups",
                columns: new[] { "WorkspaceId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departments_OrganisationId_HandleKey",
                table: "departments",
                columns: new[] { "OrganisationId", "HandleKey" });

            migrationBuilder.CreateIndex(
                name: "IX_departments_OrganisationId_NameKey",
                table: "departments",
                columns: new[] { "OrganisationId", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_digest_subscriptions_NextAt",
                table: "digest_subscriptions",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_ExpiresAt",
                table: "drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_ActId",
                table: "exchanges",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_CorrectsId",
                table: "exchanges",
                column: "CorrectsId",
                unique: true,
                filter: "\"CorrectsId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_FromPersonId_OccurredAt_ActId",
                table: "exchanges",
                columns: new[] { "FromPersonId", "OccurredAt", "ActId" });

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_FromPersonId_RecordedAt",
                table: "exchanges",
                columns: new[] { "FromPersonId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_OrganisationId_OccurredAt",
                table: "exchanges",
                columns: new[] { "OrganisationId", "OccurredAt" },
                filter: "\"Kind\" = 'Thanks' AND \"Visibility\" = 'Public' AND \"CorrectsId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_ToDepartmentId_OccurredAt",
                table: "exchanges",
                columns: new[] { "ToDepartmentId", "OccurredAt" },
                filter: "\"Kind\" = 'Thanks' AND \"Visibility\" = 'Public' AND \"CorrectsId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_ToDepartmentId_OccurredAt_ActId",
                table: "exchanges",
                columns: new[] { "ToDepartmentId", "OccurredAt", "ActId" },
                filter: "\"ToPersonId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_ToPersonId_OccurredAt_ActId",
                table: "exchanges",
                columns: new[] { "ToPersonId", "OccurredAt", "ActId" });

            migrationBuilder.CreateIndex(
                name: "IX_flows_FromDepartmentId_Span_Start",
                table: "flows",
                columns: new[] { "FromDepartmentId", "Span", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_flows_ToDepartmentId_Span_Start",
                table: "flows",
                columns: new[] { "ToDepartmentId", "Span", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_focus_people_OrganisationId_DueAt_Id",
                table: "focus_people",
                columns: new[] { "OrganisationId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_focus_people_OwnerId_PersonId",
                table: "focus_people",
                columns: new[] { "OwnerId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_focus_people_OwnerId_Place",
                table: "focus_people",
                columns: new[] { "OwnerId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_focus_people_PersonId",
                table: "focus_people",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_group_members_ExternalId",
                table: "group_members",
                column: "ExternalId");

            migrationBuilder.CreateIndex(
                name: "IX_help_claims_CountsAt",
                table: "help_claims",
                column: "CountsAt");

            migrationBuilder.CreateIndex(
                name: "IX_help_claims_HelperId_ClaimedAt",
                table: "help_claims",
                columns: new[] { "HelperId", "ClaimedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_identities_NeedsProfile",
                table: "identities",
                column: "NeedsProfile");

            migrationBuilder.CreateIndex(
                name: "IX_identities_PersonId",
                table: "identities",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_identities_WorkspaceId_ExternalId",
                table: "identities",
                columns: new[] { "WorkspaceId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_installations_Platform_EnterpriseExternalId",
                table: "installations",
                columns: new[] { "Platform", "EnterpriseExternalId" });

            migrationBuilder.CreateIndex(
                name: "IX_installations_Platform_ExternalId",
                table: "installations",
                columns: new[] { "Platform", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_introductions_AskerId_AskedAt",
                table: "introductions",
                columns: new[] { "AskerId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_introductions_AskerId_TargetId",
                table: "introductions",
                columns: new[] { "AskerId", "TargetId" },
                unique: true,
                filter: "\"ExpiresAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_introductions_ExpiresAt",
                table: "introductions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_offers_OrganisationId_Topic",
                table: "offers",
                columns: new[] { "OrganisationId", "Topic" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ActId",
                table: "outbox",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Id",
                table: "outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_SettledAt_Sequence",
                table: "outbox",
                columns: new[] { "SettledAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_WorkspaceId_SentId",
                table: "outbox",
                columns: new[] { "WorkspaceId", "SentId" });

            migrationBuilder.CreateIndex(
                name: "IX_pairing_avoidances_OrganisationId",
                table: "pairing_avoidances",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_pairing_groups_OrganisationId_Round",
                table: "pairing_groups",
                columns: new[] { "OrganisationId", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_pairing_members_OrganisationId",
                table: "pairing_members",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_pairing_seats_NextStepAt",
                table: "pairing_seats",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_pairing_seats_OrganisationId_Round",
                table: "pairing_seats",
                columns: new[] { "OrganisationId", "Round" });

            migrationBuilder.CreateIndex(
                name: "IX_pairing_seats_PersonId_Round",
                table: "pairing_seats",
                columns: new[] { "PersonId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_DepartmentId",
                table: "people",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_people_ManagerId",
                table: "people",
                column: "ManagerId");

            migrationBuilder.CreateIndex(
                name: "IX_people_OrganisationId_Email",
                table: "people",
                columns: new[] { "OrganisationId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_OrganisationId_HandleKey",
                table: "people",
                columns: new[] { "OrganisationId", "HandleKey" });

            migrationBuilder.CreateIndex(
                name: "IX_people_OrganisationId_MayBeNamedUnsung",
                table: "people",
                columns: new[] { "OrganisationId", "MayBeNamedUnsung" });

            migrationBuilder.CreateIndex(
                name: "IX_people_OrganisationId_NameKey",
                table: "people",
                columns: new[] { "OrganisationId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_playground_messages_Conversation_CreatedAt",
                table: "playground_messages",
                columns: new[] { "Conversation", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_prompt_plans_OrganisationId_PersonId_NextAt",
                table: "prompt_plans",
                columns: new[] { "OrganisationId", "PersonId", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_prompts_PersonId_Kind_Day",
                table: "prompts",
                columns: new[] { "PersonId", "Kind", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prompts_PersonId_SentAt",
                table: "prompts",
                columns: new[] { "PersonId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_prompts_SentAt",
                table: "prompts",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_reactions_ChangedAt",
                table: "reactions",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_teams_accounts_WorkspaceId_ExternalId",
                table: "teams_accounts",
                columns: new[] { "WorkspaceId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_teams_accounts_WorkspaceId_UserId",
                table: "teams_accounts",
                columns: new[] { "WorkspaceId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_teams_places_WorkspaceId_ExternalId",
                table: "teams_places",
                columns: new[] { "WorkspaceId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_teams_places_WorkspaceId_NameKey",
                table: "teams_places",
                columns: new[] { "WorkspaceId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ties_FirstPersonId_Level",
                table: "ties",
                columns: new[] { "FirstPersonId", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_ties_SecondPersonId_Level",
                table: "ties",
                columns: new[] { "SecondPersonId", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_InstallationId",
                table: "workspaces",
                column: "InstallationId");

            migrationBuilder.CreateIndex(
                name: "IX_workspaces_Platform_ExternalId",
                table: "workspaces",
                columns: new[] { "Platform", "ExternalId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ask_helpers");

            migrationBuilder.DropTable(
                name: "asks");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "dashboard_visits");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "department_delegates");

            migrationBuilder.DropTable(
                name: "department_groups");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "digest_subscriptions");

            migrationBuilder.DropTable(
                name: "directory_syncs");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "exchanges");

            migrationBuilder.DropTable(
                name: "flows");

            migrationBuilder.DropTable(
                name: "focus_people");

            migrationBuilder.DropTable(
                name: "group_members");

            migrationBuilder.DropTable(
                name: "help_claims");

            migrationBuilder.DropTable(
                name: "helper_months");

            migrationBuilder.DropTable(
                name: "identities");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropTable(
                name: "introductions");

            migrationBuilder.DropTable(
                name: "offers");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "pairing_avoidances");

            migrationBuilder.DropTable(
                name: "pairing_groups");

            migrationBuilder.DropTable(
                name: "pairing_members");

            migrationBuilder.DropTable(
                name: "pairing_rounds");

            migrationBuilder.DropTable(
                name: "pairing_seats");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "playground_messages");

            migrationBuilder.DropTable(
                name: "prompt_habits");

            migrationBuilder.DropTable(
                name: "prompt_plans");

            migrationBuilder.DropTable(
                name: "prompts");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "reactions");

            migrationBuilder.DropTable(
                name: "secondings");

            migrationBuilder.DropTable(
                name: "teams_accounts");

            migrationBuilder.DropTable(
                name: "teams_places");

            migrationBuilder.DropTable(
                name: "tie_weeks");

            migrationBuilder.DropTable(
                name: "ties");

            migrationBuilder.DropTable(
                name: "unprojected_exchanges");

            migrationBuilder.DropTable(
                name: "workspaces");
        }
    }
}
