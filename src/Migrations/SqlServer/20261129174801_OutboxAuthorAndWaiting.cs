using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelateBot.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OutboxAuthorAndWaiting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AuthorId",
                table: "outbox",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_PersonId",
                table: "outbox",
                column: "PersonId",
                filter: "\"Status\" = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_PersonId",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "outbox");
        }
    }
}
