using Microsoft.Extensions.Options;
using Moq;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Domain.Digests;

namespace RelateBot.Bot.Tests.Features.Digests;

public sealed class DigestAccessResolverTests
{
    private readonly Office office = new();
    private readonly Mock<IDigestSource> source = new(MockBehavior.Strict);
    private readonly List<IChatDirectory> directories = [];
    private int reports;

    public DigestAccessResolverTests() =>
        source.Setup(digests => digests.ReportsAsync(office.Sue.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => reports);

    [Fact]
    public async Task A_head_reads_the_department_that_is_theirs_and_no_other()
    {
        office.Sales.HeadId = office.Sue.Id;

        var access = await AccessAsync();

        Assert.False(access.IsNone);
        Assert.True(access.Allows(office.Sales));
        Assert.False(access.Allows(office.TheIt));
        Assert.Equal(office.Sales, access.Widest);
    }

    [Theory]
    [InlineData(DigestAccessResolver.ReportsOfAManager - 1, false)]
    [InlineData(DigestAccessResolver.ReportsOfAManager, true)]
    public async Task A_manager_of_five_people_reads_the_digest_of_the_own_department(int reports, bool isAllowed)
    {
        this.reports = reports;

        var access = await AccessAsync();

        Assert.Equal(isAllowed, access.Allows(office.TheIt));
        Assert.Equal(!isAllowed, access.IsNone);
    }

    [Fact]
    public async Task An_administrator_reads_everything()
    {
        office.Sue.Email = "boss@example.org";

        var access = await AccessAsync();

        Assert.Null(access.Widest);
        Assert.All(office.Departments, department => Assert.True(access.Allows(department)));
    }

    [Fact]
    public async Task Who_leads_nothing_may_be_an_administrator_as_long_as_the_platform_does_not_say()
    {
        var silent = new Mock<IChatDirectory>();
        silent.Setup(directory => directory.Name).Returns(office.Workspace.Platform);
        silent
            .Setup(directory => directory.ReadAccountAsync(office.Workspace, It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new PlatformException("Down."));
        directories.Add(silent.Object);

        var access = await AccessAsync();

        Assert.True(access.IsUnsure);
        Assert.False(access.IsNone);
        Assert.False(access.Allows(office.TheIt));
    }

    [Theory]
    [InlineData("unsung on", false, true)]
    [InlineData("unsung ON", false, true)]
    [InlineData("unsung off", true, false)]
    [InlineData("unsung", true, true)]
    [InlineData("unsung maybe", false, false)]
    public async Task Only_the_sender_decides_whether_a_digest_may_name_them(string text, bool before, bool after)
    {
        office.Mark.MayBeNamedUnsung = before;

        await new UnsungCommand().HandleAsync(
            office.As(office.Mark),
            Office.Command("relate unsung", text["unsung".Length..].TrimStart()),
            default);

        Assert.Equal(after, office.Mark.MayBeNamedUnsung);
        Assert.False(office.Sue.MayBeNamedUnsung);
    }

    private Task<DigestAccess> AccessAsync()
    {
        var administrators = new Administrators(
            directories,
            office.Accounts.Object,
            Options.Create(new OrganisationOptions { Admins = "boss@example.org" }),
            office.Time);
        return new DigestAccessResolver(office.Directory.Object, source.Object, administrators).GetAccessAsync(
            office.As(office.Sue),
            default);
    }
}
