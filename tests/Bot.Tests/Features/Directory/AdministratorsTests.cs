using Microsoft.Extensions.Options;
using Moq;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Features.Directory;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Tests.Features.Directory;

public sealed class AdministratorsTests
{
    private readonly Office office = new();
    private readonly Mock<IChatDirectory> platform = new(MockBehavior.Strict);

    public AdministratorsTests() => platform.Setup(directory => directory.Name).Returns(office.Workspace.Platform);

    [Theory]
    [InlineData(true, true, "mark@example.org", true)]
    [InlineData(true, false, "boss@example.org", true)]
    [InlineData(true, false, "mark@example.org", false)]
    [InlineData(true, false, null, false)]
    [InlineData(false, true, "boss@example.org", false)]
    public async Task The_platform_and_the_settings_decide_and_nobody_who_left_is_one(
        bool isActive,
        bool isAdministrator,
        string? email,
        bool expected)
    {
        Reads((_, _) => Task.FromResult<AccountProfile?>(new AccountProfile
        {
            ExternalId = Office.AccountOf(office.Mark.Id), IsActive = isActive, IsAdministrator = isAdministrator, Email = email,
        }));

        Assert.Equal(expected, await IsMarkOneAsync());
    }

    [Fact]
    public async Task What_a_platform_does_not_say_within_two_seconds_stays_open()
    {
        Reads(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        });

        var asked = IsMarkOneAsync();
        Assert.False(asked.IsCompleted);
        office.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await asked);
    }

    [Fact]
    public async Task What_a_platform_fails_to_say_stays_open()
    {
        Reads((_, _) => Task.FromException<AccountProfile?>(new PlatformException("Down.")));

        Assert.Null(await IsMarkOneAsync());
    }

    [Fact]
    public async Task Where_no_directory_is_the_address_decides()
    {
        platform.Setup(directory => directory.Name).Returns("elsewhere");

        Assert.False(await IsMarkOneAsync());
        office.Mark.Email = "Boss@example.org";
        Assert.True(await IsMarkOneAsync());
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task What_was_heard_last_counts_for_accounts_that_are_in_use(bool isActive, bool isAdministrator, bool expected)
    {
        office.Accounts
            .Setup(accounts => accounts.GetAccountsAsync(It.IsAny<IReadOnlyCollection<Guid>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
        [
            new Identity
            {
                Id = office.NewId(),
                OrganisationId = Guid.Empty,
                WorkspaceId = office.Workspace.Id,
                PersonId = office.Mark.Id,
                ExternalId = "mark",
                IsActive = isActive, IsAdministrator = isAdministrator,
            },
        ]);

        Assert.Equal(expected, await NewAdministrators().IsKnownAdministratorAsync(office.Mark, default));
    }

    private Administrators NewAdministrators() =>
        new([platform.Object], office.Accounts.Object, Options.Create(new OrganisationOptions { Admins = "boss@example.org" }),
            office.Time);

    private Task<bool?> IsMarkOneAsync() => NewAdministrators().IsSenderAdministratorAsync(office.As(office.Mark), default);

    private void Reads(Func<string, CancellationToken, Task<AccountProfile?>> read) => platform
        .Setup(directory => directory.ReadAccountAsync(office.Workspace, Office.AccountOf(office.Mark.Id), It.IsAny<CancellationToken>()))
        .Returns((Workspace _, string account, CancellationToken cancellationToken) => read(account, cancellationToken));
}
