using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Tests.Model;
using RelateBot.TestSupport;

namespace RelateBot.Infrastructure.Tests.Docs;

/// <summary>docs/what-we-store.md has a heading for each table and lists every column as code.</summary>
public sealed partial class WhatWeStoreTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "what-we-store.md"));

    [Fact]
    public void Every_table_and_column_is_on_the_page_and_nothing_else_is()
    {
        var columns = Columns();

        Assert.NotEmpty(columns);
        Assert.Equal(columns, Told(Page));
    }

    [Fact]
    public void A_column_that_is_missing_is_found() =>
        Assert.NotEqual(Columns(), Told(Page.Replace("`Email`", "e-mail", StringComparison.Ordinal)));

    [Fact]
    public void A_table_that_is_missing_is_found() =>
        Assert.NotEqual(Columns(), Told(Page.Replace("### drafts", "Drafts", StringComparison.Ordinal)));

    [Fact]
    public void The_times_on_the_page_are_those_that_are_kept()
    {
        Assert.Contains($"a repeated one changes nothing. {RetentionPolicy.Deliveries.TotalDays:0} days.", Page, StringComparison.Ordinal);
        Assert.Contains($"{RetentionPolicy.Pairings.TotalDays / 365:0} years.", Page, StringComparison.Ordinal);
        Assert.Contains($"what it undoes. {RetentionPolicy.Reactions.TotalDays:0} days.", Page, StringComparison.Ordinal);
        Assert.Contains(
            $"{RetentionPolicy.Messages.TotalDays:0} days after it was sent, withdrawn or given up.",
            Page,
            StringComparison.Ordinal);
    }

    private static List<string> Columns()
    {
        using var context = StoreModel.Open(DatabaseProvider.Sqlite);
        return [.. context.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties(), (entity, property) => $"{entity.GetTableName()}.{property.GetColumnName()}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Code that looks like a column, by the table above it.</summary>
    private static List<string> Told(string page) =>
    [
        .. page.Split("\n### ")[1..]
            .Select(section => section.Split("\n## ")[0])
            .SelectMany(
                section => Column().Matches(section),
                (section, column) => $"{section[..section.IndexOf('\n', StringComparison.Ordinal)]}.{column.Groups["name"].Value}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();
}
